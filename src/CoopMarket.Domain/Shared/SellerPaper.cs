namespace CoopMarket.Domain.Shared;

/// <summary>A photo or scan of a seller's papers. The file itself lies in the blobs, open to its cooperative or applicant and to admins only.</summary>
/// <param name="Id">Names the file.</param>
/// <param name="ContentType">Read from the content, never from the file's name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Hash">SHA-256 of the content, in lower-case hex.</param>
public sealed record SellerPaper(Guid Id, string ContentType, long Bytes, string Hash);
