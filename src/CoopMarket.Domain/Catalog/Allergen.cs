namespace CoopMarket.Domain.Catalog;

/// <summary>
/// What many people do not bear: the fourteen of annex II to Regulation (EU) 1169/2011, which a food's buyer must be told of before
/// she orders (article 14). Others elsewhere name fewer. The numbers are stored; none changes.
/// </summary>
public enum Allergen
{
    Gluten = 0,
    Crustaceans = 1,
    Eggs = 2,
    Fish = 3,
    Peanuts = 4,
    Soybeans = 5,
    Milk = 6,
    Nuts = 7,
    Celery = 8,
    Mustard = 9,
    Sesame = 10,
    Sulphites = 11,
    Lupin = 12,
    Molluscs = 13,
}

/// <summary>Which of them are in something, as it is stored: one bit each.</summary>
public static class Allergens
{
    /// <summary>The bits of some; none is 0.</summary>
    public static int Bits(IEnumerable<Allergen> allergens) => allergens.Aggregate(0, (bits, a) => bits | (1 << (int)a));

    /// <summary>Those of some bits, in the order of the law.</summary>
    public static IReadOnlyList<Allergen> Of(int bits) => [.. Enum.GetValues<Allergen>().Where(a => (bits & (1 << (int)a)) != 0)];
}
