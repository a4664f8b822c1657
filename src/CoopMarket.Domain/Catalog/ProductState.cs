using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>Whether a product can be bought.</summary>
public enum ProductState
{
    /// <summary>Being written; only its cooperative sees it.</summary>
    Draft,

    /// <summary>Waits for an admin; one of a new cooperative's first.</summary>
    InReview,

    /// <summary>On sale.</summary>
    Live,

    /// <summary>Taken off by its cooperative or by the market.</summary>
    Withdrawn,
}

/// <summary>Who took a product off.</summary>
public enum Withdrawer
{
    Cooperative,
    Market,
}

/// <summary>What a cooperative tells of a product.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">One line of its story.</param>
/// <param name="Description">How it is made.</param>
/// <param name="Use">How it is used and kept.</param>
/// <param name="OtherNames">What buyers may call it besides, set apart by commas; helps searching.</param>
/// <param name="Ingredients">What is in it, the most first.</param>
public sealed record ProductTexts(LocalizedText Name, LocalizedText Line, LocalizedText Description, LocalizedText Use, LocalizedText OtherNames, LocalizedText Ingredients);

/// <summary>The same texts in one language; those that nobody wrote are empty.</summary>
public sealed record ProductWords(string Name, string Line, string Description, string Use, string OtherNames, string Ingredients)
{
    public static ProductWords None { get; } = new("", "", "", "", "", "");
}
