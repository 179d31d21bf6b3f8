/** Makes a call of Office.js: an object, the way to its method, and what the method takes before the callback. */
export function callOffice(owner: object, method: string, ...given: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const found: unknown = Reflect.get(owner, method);
    if (typeof found !== 'function') {
      reject(new Error(`${method} is not there`));
      return;
    }
    const settle = (result: Office.AsyncResult<unknown>) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new Error(`${result.error.code} ${result.error.name}`));
    };
    try {
      Reflect.apply(found, owner, [...given, settle]);
    } catch (error) {
      reject(error);
    }
  });
}
