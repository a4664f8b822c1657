using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Orders;

/// <summary>One variant in a part of an order; names, price and fee are frozen when it is placed.</summary>
public sealed class OrderLine
{
    private OrderLine()
    {
    }

    internal OrderLine(SellerOrderId sellerOrderId, LinePlan plan, int position, Money fee)
    {
        Id = plan.Id;
        SellerOrderId = sellerOrderId;
        Position = position;
        Variant = plan.Variant;
        Product = plan.Product;
        Slug = plan.Slug;
        ProductName = plan.ProductName;
        VariantName = plan.VariantName;
        UnitPrice = plan.UnitPrice;
        Quantity = plan.Quantity;
        ReadyInDays = plan.ReadyInDays;
        Returnable = plan.Returnable;
        Vat = plan.Vat;
        VatBasisPoints = plan.VatBasisPoints;
        Supply = plan.Supply;
        (Ahead, SendFrom, SendBy) = (plan.Ahead?.Sale, plan.Ahead?.Window.From, plan.Ahead?.Window.To);
        Fee = fee;
    }

    public OrderLineId Id { get; private init; }

    /// <summary>The part it belongs to.</summary>
    public SellerOrderId SellerOrderId { get; private init; }

    /// <summary>Its place in the part, from 0.</summary>
    public int Position { get; private init; }

    public VariantId Variant { get; private init; }

    public ProductId Product { get; private init; }

    /// <summary>The product's address when it was bought.</summary>
    public string Slug { get; private init; } = "";

    public LocalizedText ProductName { get; private init; } = LocalizedText.Empty;

    public LocalizedText VariantName { get; private init; } = LocalizedText.Empty;

    /// <summary>For one, tax included.</summary>
    public Money UnitPrice { get; private init; }

    public int Quantity { get; private init; }

    /// <summary>How many of them the cooperative can't send.</summary>
    public int Declined { get; private set; }

    /// <summary>Why; empty when none was declined.</summary>
    public string DeclineReason { get; private set; } = "";

    /// <summary>Working days until it is made; null when it was in stock.</summary>
    public int? ReadyInDays { get; private init; }

    /// <summary>Whether it can be sent back by a buyer who changed her mind.</summary>
    public Returnable Returnable { get; private init; }

    /// <summary>How its sale bears value-added tax; null where nobody said so, or it is not for the market to say.</summary>
    public VatClass? Vat { get; private init; }

    /// <summary>The rate of that class when it was ordered, inside the price; null where it is outside the tax, or the class is unknown.</summary>
    public int? VatBasisPoints { get; private init; }

    /// <summary>What it is to the law when tax is withheld from the seller.</summary>
    public SupplyKind Supply { get; private init; }

    /// <summary>What it counts against where it was ordered ahead of a harvest; null else.</summary>
    public AheadSaleId? Ahead { get; private init; }

    /// <summary>The first day on which it is sent, in Vietnam, as it was promised; null where it was not ordered ahead.</summary>
    public DateOnly? SendFrom { get; private init; }

    /// <summary>The last such day.</summary>
    public DateOnly? SendBy { get; private init; }

    /// <summary>When it is sent; null where it was not ordered ahead.</summary>
    public SendWindow? Window => SendFrom is { } from && SendBy is { } by ? new(from, by) : null;

    /// <summary>The market's fee on the whole line: its share of the part's fee.</summary>
    public Money Fee { get; private init; }

    /// <summary>The price of the whole line.</summary>
    public Money Goods => UnitPrice * Quantity;

    /// <summary>How many are still to be sent or were sent.</summary>
    public int Left => Quantity - Declined;

    /// <summary>The price of what is left.</summary>
    public Money GoodsLeft => UnitPrice * Left;

    /// <summary>The fee on what is left.</summary>
    public Money FeeLeft => FeeOn(Left);

    internal (Money Goods, Money Fee) Decline(int quantity, string reason)
    {
        var feeBefore = FeeLeft;
        Declined += quantity;
        DeclineReason = reason;
        return (UnitPrice * quantity, feeBefore - FeeLeft);
    }

    // Of the frozen fee, so that what is given back and what stays sum to it whatever the order of the declines.
    private Money FeeOn(int quantity) => Fee with { Minor = (long)(((Int128)Fee.Minor * quantity * 2 + Quantity) / (2L * Quantity)) };
}
