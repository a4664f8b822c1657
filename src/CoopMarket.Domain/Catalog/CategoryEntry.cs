using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>What a category is called and where it stands, from a day on. Only ever added: the latest one counts.</summary>
public sealed class CategoryEntry : Entity
{
    private CategoryEntry()
    {
    }

    public RuleId Id { get; private init; }

    public CategoryId Category { get; private init; }

    /// <summary>The category above; null at the top.</summary>
    public CategoryId? Parent { get; private init; }

    /// <summary>Its part of the address <c>/c/{slug}</c>; stays for ever.</summary>
    public string Slug { get; private init; } = "";

    public LocalizedText Name { get; private init; } = LocalizedText.Empty;

    /// <summary>Its place among its neighbors.</summary>
    public int Position { get; private init; }

    /// <summary>Whether people eat or drink what is in it; a category below one that isn't food isn't either.</summary>
    public bool IsFood { get; private init; } = true;

    /// <summary>UTC; counts from here on.</summary>
    public DateTimeOffset From { get; private init; }

    /// <summary>The admin; null where the market began with it.</summary>
    public PersonId? By { get; private init; }

    /// <summary>A new category, or a new name or place of one that is there.</summary>
    public static CategoryEntry Write(
        RuleId id, CategoryId category, CategoryId? parent, string slug, LocalizedText name, int position, DateTimeOffset from, PersonId? by, bool isFood = true)
    {
        var entry = new CategoryEntry { Id = id, Category = category, Parent = parent, Slug = slug, Name = name, Position = position, From = from, By = by, IsFood = isFood };
        entry.Raise(new CategoryChanged(category));
        return entry;
    }
}
