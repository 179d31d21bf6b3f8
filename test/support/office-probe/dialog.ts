async function start(): Promise<void> {
  await Office.onReady();
  Office.context.ui.messageParent('from the dialog');
}

void start();
