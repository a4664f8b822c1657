using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>What a product still lacks before it can be sold; in the order of the steps.</summary>
public enum Gap
{
    Line,
    Description,
    Category,
    Photo,
    Size,
    Commune,
}

/// <summary>Somebody was faster, or there was never as much.</summary>
/// <param name="Name">Product and size.</param>
/// <param name="Left">How many are left.</param>
public sealed record OutOfStock(string Name, int Left) : Refusal
{
    public override IReadOnlyList<object> Args => [Name, Left];
}

/// <summary>It was withdrawn meanwhile.</summary>
/// <param name="Name">Product and size.</param>
public sealed record NoLongerSold(string Name) : Refusal
{
    public override IReadOnlyList<object> Args => [Name];
}

/// <summary>The product has gaps; the page lists them.</summary>
public sealed record ProductIncomplete(Gap First) : Refusal;

/// <summary>Not from the state the product is in.</summary>
public sealed record NotInThisState : Refusal;

/// <summary>The market took it down; only the market can put it back, after a new look.</summary>
public sealed record TakenDownByMarket : Refusal;

/// <summary>The product changed after the admin opened it.</summary>
public sealed record ChangedSinceSeen : Refusal;

/// <summary>Somebody else of the cooperative changed the same things after the page was opened.</summary>
public sealed record ProductChangedMeanwhile : Refusal;

/// <summary>The stock changed after the page was opened.</summary>
/// <param name="Now">How many there are now.</param>
public sealed record StockMoved(int Now) : Refusal
{
    public override IReadOnlyList<object> Args => [Now];
}

/// <summary>The price of a size on sale is to be many times what it was, or a fraction: a zero too many or too few sells at once.</summary>
/// <param name="Before">In đồng.</param>
/// <param name="Now">In đồng.</param>
public sealed record PriceJumps(long Before, long Now) : Refusal
{
    public override IReadOnlyList<object> Args => [Before, Now];
}

/// <summary>A product has as many sizes as are allowed.</summary>
public sealed record EnoughSizes : Refusal
{
    public override IReadOnlyList<object> Args => [Product.MostVariants];
}

/// <summary>A product on sale keeps at least one size.</summary>
public sealed record LastSize : Refusal;

/// <summary>A new cooperative has not said yet whether it sends abroad.</summary>
public sealed record SayWhereYouSend : Refusal;

/// <summary>Another category has that address already.</summary>
public sealed record CategoryAddressTaken : Refusal;

/// <summary>The category above is not there, or would stand below itself.</summary>
public sealed record CategoryOutOfPlace : Refusal;

/// <summary>The cooperative has as many products as it may have.</summary>
public sealed record EnoughProducts : Refusal
{
    public override IReadOnlyList<object> Args => [Product.MostOfCooperative];
}

/// <summary>More is sold ahead already than she now wants to sell ahead at most.</summary>
/// <param name="Name">The size.</param>
/// <param name="Sold">How many are sold ahead.</param>
public sealed record SoldMoreAhead(string Name, int Sold) : Refusal
{
    public override IReadOnlyList<object> Args => [Name, Sold];
}

/// <summary>What is made to order needs no selling ahead.</summary>
public sealed record NotAheadToOrder : Refusal;

/// <summary>Nothing is sold ahead that could be ended.</summary>
public sealed record NothingSoldAhead : Refusal;

/// <summary>The stock of the product is kept by lot: it is changed at the lot.</summary>
public sealed record StockIsByLot : Refusal;

/// <summary>Another size has that number below its bar code.</summary>
/// <param name="Gtin">As it is printed.</param>
public sealed record GtinTaken(string Gtin) : Refusal
{
    public override IReadOnlyList<object> Args => [Gtin];
}
