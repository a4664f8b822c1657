using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>Who gets an order and how to reach her.</summary>
/// <param name="Name">One field, as people write it.</param>
/// <param name="Phone">E.164; empty when there is only an e-mail.</param>
/// <param name="Email">Empty when there is only a phone.</param>
public sealed record Recipient(string Name, string Phone, string Email);

/// <summary>Where an order goes.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Province">In Vietnam the code of one of the 34, abroad the state or region as typed, maybe empty.</param>
/// <param name="Commune">In Vietnam the commune or ward, abroad the town; as typed.</param>
/// <param name="Street">House, street, village.</param>
/// <param name="Postcode">Empty where there is none.</param>
public sealed record DeliveryAddress(string Country, string Province, string Commune, string Street, string Postcode);

/// <summary>What is asked of the market when an order is placed, priced and with its stock taken.</summary>
/// <param name="FormKey">The key of the form it came from: one form makes one order.</param>
/// <param name="Code">Its public code.</param>
/// <param name="SecretHash">The SHA-256 of the secret in the buyer's link, in hexadecimal digits.</param>
/// <param name="SealedSecret">The secret under the market's own key, for the links in later mails.</param>
/// <param name="Buyer">Null for guests.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Language">The buyer's language.</param>
/// <param name="Note">To the cooperatives; empty when there is none.</param>
/// <param name="Way">How it is paid.</param>
/// <param name="Rules">The versions of the rules the buyer agreed to.</param>
/// <param name="Parts">One for each cooperative.</param>
public sealed record OrderPlan(
    string FormKey,
    PublicCode Code,
    string SecretHash,
    string SealedSecret,
    PersonId? Buyer,
    Recipient To,
    DeliveryAddress Address,
    string Language,
    string Note,
    PaymentWay Way,
    string Rules,
    IReadOnlyList<PartPlan> Parts)
{
    /// <summary>Whom a VAT invoice is to be made out to.</summary>
    public InvoiceWish Invoice { get; init; } = InvoiceWish.None;

    /// <summary>At which rate a card is charged; in đồng for every other way.</summary>
    public ExchangeTerms Terms { get; init; } = ExchangeTerms.None;
}

/// <summary>What one cooperative is to send.</summary>
/// <param name="Id">The part's id.</param>
/// <param name="Cooperative">Whose part it is.</param>
/// <param name="CooperativeName">As it is called today.</param>
/// <param name="Way">How it gets there.</param>
/// <param name="Delivery">What that costs.</param>
/// <param name="DaysMin">Working days on the way, at least.</param>
/// <param name="DaysMax">Working days on the way, at most.</param>
/// <param name="FeeBasisPoints">The market's fee on the goods, in basis points.</param>
/// <param name="Closed">The days on which the cooperative said it will be closed.</param>
/// <param name="Lines">What it sends.</param>
public sealed record PartPlan(
    SellerOrderId Id,
    CooperativeId Cooperative,
    LocalizedText CooperativeName,
    DeliveryWay Way,
    Money Delivery,
    int DaysMin,
    int DaysMax,
    int FeeBasisPoints,
    IReadOnlyList<DaysOff> Closed,
    IReadOnlyList<LinePlan> Lines)
{
    /// <summary>Whether the cooperative calls the buyer before it accepts.</summary>
    public bool CallsFirst { get; init; }

    /// <summary>The rate of value-added tax inside the delivery's price; null where nobody knows.</summary>
    public int? DeliveryVatBasisPoints { get; init; }
}

/// <summary>One variant in one quantity, at today's price.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Variant">What is bought.</param>
/// <param name="Product">The product it is a size of.</param>
/// <param name="Slug">The product's address.</param>
/// <param name="ProductName">As it is called today.</param>
/// <param name="VariantName">As it is called today.</param>
/// <param name="UnitPrice">For one, tax included.</param>
/// <param name="Quantity">At least 1.</param>
/// <param name="ReadyInDays">Working days until it is made; null when it is in stock.</param>
/// <param name="Returnable">Whether it can be sent back by a buyer who changed her mind.</param>
public sealed record LinePlan(
    OrderLineId Id,
    VariantId Variant,
    ProductId Product,
    string Slug,
    LocalizedText ProductName,
    LocalizedText VariantName,
    Money UnitPrice,
    int Quantity,
    int? ReadyInDays,
    Returnable Returnable = Returnable.Unopened)
{
    /// <summary>How its sale bears value-added tax; null where nobody said so.</summary>
    public VatClass? Vat { get; init; }

    /// <summary>The rate of that class today; null where it is outside the tax, or the class is unknown.</summary>
    public int? VatBasisPoints { get; init; }

    /// <summary>What it is to the law when tax is withheld from the seller.</summary>
    public SupplyKind Supply { get; init; }

    /// <summary>When it is sent, out of a harvest to come; null when it is not ordered ahead.</summary>
    public AheadPromise? Ahead { get; init; }
}
