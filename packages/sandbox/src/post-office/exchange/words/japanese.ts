import type { ExchangeWords } from './words.ts';

/** Japanese; the sentences are ours. */
export const japanese: ExchangeWords = {
  tag: 'ja-JP',
  failedSubject: '配信不能: ',
  delayedSubject: '配信遅延: ',
  failedHeading: '次の受信者またはグループへの配信に失敗しました:',
  delayedHeading: '次の受信者またはグループへの配信が遅れています:',
  reasons: {
    'unknown-user':
      '宛先のメール アドレスが見つかりませんでした。綴りを確かめて送り直してください。',
    'unknown-user-behind': '転送先のサーバーに宛先のアドレスがありません。綴りを確かめてください。',
    'mailbox-full': '受信者のメールボックスがいっぱいのため、現在メッセージを受け取れません。',
    'blocked-by-policy': '受信者の組織のルールにより、このメッセージは拒否されました。',
    'too-large': 'メッセージが受信者の受け取れるサイズを超えています。',
    'sender-not-allowed': 'このグループは組織内からのメッセージだけを受け取ります。',
    expired: 'サーバーは配信を試みましたが成功せず、これ以上は試みません。',
    delayed: 'このメッセージはまだ配信されていません。サーバーは引き続き配信を試みます。',
  },
  diagnostics: '管理者向け診断情報:',
  generatingServer: '生成サーバー:',
  originalHeaders: '元のメッセージ ヘッダー:',
};
