using CoopMarket.Domain.Photos;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Where the desk shows things and their photos.</summary>
internal static class DeskAddress
{
    /// <summary>The kinds as addresses write them, for routes.</summary>
    public const string Kinds = "^(products|stories|makers|cooperatives|lots)$";

    /// <summary>Reads a kind out of an address.</summary>
    public static PhotoSubject Read(string kind, Guid id) => new(
        kind switch
        {
            "products" => PhotoSubjectKind.Product,
            "stories" => PhotoSubjectKind.Story,
            "makers" => PhotoSubjectKind.Maker,
            "lots" => PhotoSubjectKind.Lot,
            _ => PhotoSubjectKind.Cooperative,
        },
        id);

    /// <summary>The photos of a thing.</summary>
    public static string Photos(PhotoSubject subject) => $"/sell/{Word(subject.Kind)}/{subject.Id}/photos";

    /// <summary>The thing itself.</summary>
    public static string Thing(PhotoSubject subject) => subject.Kind switch
    {
        PhotoSubjectKind.Product or PhotoSubjectKind.Story or PhotoSubjectKind.Lot => $"/sell/{Word(subject.Kind)}/{subject.Id}",
        _ => "/sell/more",
    };

    private static string Word(PhotoSubjectKind kind) => kind == PhotoSubjectKind.Story ? "stories" : kind.ToString().ToLowerInvariant() + "s";
}
