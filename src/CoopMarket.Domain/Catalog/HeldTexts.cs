using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>All that a cooperative tells of a product, in every language.</summary>
/// <param name="Texts">What it tells.</param>
/// <param name="Origins">How these came to be.</param>
/// <param name="Category">Null in a draft.</param>
public sealed record ProductTelling(ProductTexts Texts, TextOrigins Origins, CategoryId? Category)
{
    /// <summary>The six texts.</summary>
    public IReadOnlyList<LocalizedText> All => [Texts.Name, Texts.Line, Texts.Description, Texts.Use, Texts.OtherNames, Texts.Ingredients];

    /// <summary>All of it in one text, for whoever only looks through it.</summary>
    public string Plain => string.Join('\n', All.SelectMany(t => t.All.Values));

    /// <summary>Told anew in Vietnamese and English.</summary>
    public ProductTelling Describe(ProductTexts texts, CategoryId? category) => new(
        texts,
        Origins.After(
            (Texts.Name, texts.Name), (Texts.Line, texts.Line), (Texts.Description, texts.Description), (Texts.Use, texts.Use), (Texts.OtherNames, texts.OtherNames),
            (Texts.Ingredients, texts.Ingredients)),
        category);

    /// <summary>Told in another language; empty texts are taken away there.</summary>
    /// <param name="language">Its code; Vietnamese is what <see cref="Describe"/> writes.</param>
    public ProductTelling Translate(string language, ProductWords words, TextOrigin origin) => this with
    {
        Texts = new(
            Texts.Name.With(language, words.Name), Texts.Line.With(language, words.Line), Texts.Description.With(language, words.Description), Texts.Use.With(language, words.Use),
            Texts.OtherNames.With(language, words.OtherNames), Texts.Ingredients.With(language, words.Ingredients)),
        Origins = Origins.With(language, words == ProductWords.None ? TextOrigin.Written : origin),
    };
}

/// <summary>
/// What a cooperative wrote of food that was once on sale, with words that food may not be praised with: it is kept as it was typed
/// and waits for an admin, while buyers read on what they read before.
/// </summary>
public sealed class HeldTexts : Entity
{
    private HeldTexts()
    {
    }

    public ProductId Product { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    public LocalizedText Line { get; private set; } = LocalizedText.Empty;

    public LocalizedText Description { get; private set; } = LocalizedText.Empty;

    public LocalizedText Use { get; private set; } = LocalizedText.Empty;

    public LocalizedText OtherNames { get; private set; } = LocalizedText.Empty;

    public LocalizedText Ingredients { get; private set; } = LocalizedText.Empty;

    public TextOrigins Origins { get; private set; } = TextOrigins.People;

    public CategoryId? Category { get; private set; }

    /// <summary>The words for which it waits, as they are told to people; at least one.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>UTC; since when it waits.</summary>
    public DateTimeOffset At { get; private set; }

    public PersonId? By { get; private set; }

    /// <summary>What an admin wrote when she asked for other words; empty while it waits.</summary>
    public string AdminNote { get; private set; } = "";

    /// <summary>All that is told.</summary>
    public ProductTelling Telling => new(new(Name, Line, Description, Use, OtherNames, Ingredients), Origins, Category);

    /// <summary>SHA-256 over all of it, in hexadecimal: what an admin's word binds to.</summary>
    public string Hash
    {
        get
        {
            var text = new StringBuilder(Category?.ToString());
            foreach (var (language, words) in Telling.All.SelectMany((t, nth) => t.All.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => ($"{nth}{a.Key}", a.Value))))
                text.Append(CultureInfo.InvariantCulture, $"{language}{words.Length}:{words}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>Begins to wait.</summary>
    /// <param name="now">UTC.</param>
    public static HeldTexts Hold(Product product, ProductTelling telling, IReadOnlyList<string> words, PersonId? by, DateTimeOffset now)
    {
        HeldTexts held = new() { Product = product.Id, Cooperative = product.Cooperative };
        held.HoldAnew(telling, words, by, now);
        return held;
    }

    /// <summary>Was written anew, and waits again.</summary>
    /// <param name="now">UTC.</param>
    public void HoldAnew(ProductTelling telling, IReadOnlyList<string> words, PersonId? by, DateTimeOffset now)
    {
        (Name, Line, Description, Use) = (telling.Texts.Name, telling.Texts.Line, telling.Texts.Description, telling.Texts.Use);
        (OtherNames, Ingredients) = (telling.Texts.OtherNames, telling.Texts.Ingredients);
        (Origins, Category, Words, By, At, AdminNote) = (telling.Origins, telling.Category, words, by, now, "");
    }

    /// <summary>An admin asks for other words; what was typed stays for its cooperative to change.</summary>
    /// <param name="seen">The hash of what she saw.</param>
    public Refusal? Refuse(string seen, string reason)
    {
        if (AdminNote.Length > 0)
            return new NotInThisState();
        if (seen != Hash)
            return new ChangedSinceSeen();
        AdminNote = reason;
        Raise(new HeldTextsRefused(Product, Cooperative, reason));
        return null;
    }
}
