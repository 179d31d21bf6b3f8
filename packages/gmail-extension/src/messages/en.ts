/** What our words call the place this plugin stands in. */
export const host = {
  mail: 'Gmail',
  provider: 'Google',
  leaves: 'Each mail leaves at its time while Chrome is open; what is missed is planned anew.',
};
