using System.Security.Cryptography;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Data;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>
/// Photos and scans of sellers' papers, kept as they came, under <c>papers/</c>. They are never shown in a page: who may open one
/// gets it as a download with its type as read from the content.
/// </summary>
internal sealed class Papers(IBlobs blobs, Ids ids)
{
    /// <summary>10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>The folder in the blobs.</summary>
    public const string Folder = "papers/";

    private static readonly (string ContentType, string Ending, byte[] Begins, int At)[] Kinds =
    [
        ("image/jpeg", "jpg", [0xFF, 0xD8, 0xFF], 0),
        ("image/png", "png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], 0),
        ("image/webp", "webp", "WEBP"u8.ToArray(), 8),
        ("application/pdf", "pdf", "%PDF-"u8.ToArray(), 0),
    ];

    /// <summary>Stores a file, before any transaction; what nothing comes to name is swept away later.</summary>
    public async Task<Outcome<SellerPaper>> KeepAsync(Stream content, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellationToken);
        if (whole.Length > MostBytes)
            return Outcome<SellerPaper>.Invalid("Upload", "sellers.flaw.paper.too-big");
        if (TypeOf(whole.GetBuffer().AsSpan(0, (int)whole.Length)) is not { } type)
            return Outcome<SellerPaper>.Invalid("Upload", whole.Length == 0 ? "sellers.flaw.paper.none" : "sellers.flaw.paper.kind");
        whole.Position = 0;
        var paper = new SellerPaper(ids.New(), type, whole.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, cancellationToken)));
        await blobs.Put(KeyOf(paper.Id), whole, type, cancellationToken);
        return paper;
    }

    /// <summary>Opens a file; null where it is not there.</summary>
    public Task<Stream?> OpenAsync(SellerPaper paper, CancellationToken cancellationToken) => blobs.OpenRead(KeyOf(paper.Id), cancellationToken);

    /// <summary>The name that a download gets: never the one it was sent under.</summary>
    public static string FileName(SellerPaper paper) => $"giay-to-{paper.Hash[..8]}.{Kinds.Single(k => k.ContentType == paper.ContentType).Ending}";

    /// <summary>Where the file lies.</summary>
    public static string KeyOf(Guid paper) => $"{Folder}{paper:n}";

    private static string? TypeOf(ReadOnlySpan<byte> content)
    {
        foreach (var kind in Kinds)
            if (content.Length > kind.At + kind.Begins.Length && content[kind.At..].StartsWith(kind.Begins))
                return kind.ContentType;
        return null;
    }
}

/// <summary>An area whose rows name papers: what none of them names is swept away.</summary>
internal interface INamePapers
{
    /// <summary>The ids of all papers that are named.</summary>
    Task<IReadOnlyCollection<Guid>> NamedAsync(CancellationToken cancellationToken);
}
