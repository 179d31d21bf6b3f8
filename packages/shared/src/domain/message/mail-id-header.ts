/** The header that carries our mailId in mail we write ourselves, in lower case; a returned mail brings it back. */
export const mailIdHeader = 'x-postrider-mail';
