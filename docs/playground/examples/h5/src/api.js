import axios from "axios";

// What a page of a browser requests is no matter of the mini program's lists.
export const signature = (url) => axios.get("/api/signature", { params: { url } }).then(({ data }) => data);
