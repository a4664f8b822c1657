using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>What a product says of itself, language by language.</summary>
public sealed partial class Product
{
    /// <summary>Says what it is.</summary>
    public Refusal? Describe(ProductTexts texts, CategoryId? category)
    {
        Origins = Origins.After((Name, texts.Name), (Line, texts.Line), (Description, texts.Description), (Use, texts.Use), (OtherNames, texts.OtherNames));
        (Name, Line, Description, Use, OtherNames) = (texts.Name, texts.Line, texts.Description, texts.Use, texts.OtherNames);
        Category = category;
        return Changed();
    }

    /// <summary>Says the same in another language; empty texts are taken away there.</summary>
    /// <param name="language">Its code; Vietnamese is what <see cref="Describe"/> writes.</param>
    public Refusal? Translate(string language, ProductWords words, TextOrigin origin)
    {
        (Name, Line, Description, Use, OtherNames) = (
            Name.With(language, words.Name), Line.With(language, words.Line), Description.With(language, words.Description), Use.With(language, words.Use),
            OtherNames.With(language, words.OtherNames));
        Origins = Origins.With(language, words == ProductWords.None ? TextOrigin.Written : origin);
        return Changed();
    }
}
