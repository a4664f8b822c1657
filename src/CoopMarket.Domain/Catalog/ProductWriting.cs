using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>What a product says of itself, language by language.</summary>
public sealed partial class Product
{
    /// <summary>All that it tells.</summary>
    public ProductTelling Telling => new(new(Name, Line, Description, Use, OtherNames, Ingredients), Origins, Category);

    /// <summary>Whether it may come back on sale, or stays there, without an admin's look: its texts are not told anew without one.</summary>
    public bool MayBeShown => FirstLiveAt is not null && !NeedsLook;

    /// <summary>Whether it says what is in it, and which of it many do not bear.</summary>
    public bool TellsContents => Ingredients.Has("vi") && AllergenBits is not null;

    /// <summary>Says what it is.</summary>
    public Refusal? Describe(ProductTexts texts, CategoryId? category) => Tell(Telling.Describe(texts, category));

    /// <summary>Says the same in another language; empty texts are taken away there.</summary>
    /// <param name="language">Its code; Vietnamese is what <see cref="Describe"/> writes.</param>
    public Refusal? Translate(string language, ProductWords words, TextOrigin origin) => Tell(Telling.Translate(language, words, origin));

    /// <summary>Tells all anew.</summary>
    public Refusal? Tell(ProductTelling telling)
    {
        (Name, Line, Description, Use) = (telling.Texts.Name, telling.Texts.Line, telling.Texts.Description, telling.Texts.Use);
        (OtherNames, Ingredients, Origins, Category) = (telling.Texts.OtherNames, telling.Texts.Ingredients, telling.Origins, telling.Category);
        return Changed();
    }
}
