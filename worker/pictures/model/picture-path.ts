/** Where a picture is shown. Its name is random, and its bytes never change. */
export const picturePath = (id: string) => `/pictures/${id}`;
/** Under which it lies in the file store. */
export const pictureKey = (id: string) => `${PICTURES}${id}`;
export const PICTURES = 'pictures/';
