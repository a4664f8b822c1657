namespace CoopMarket.Domain.Shared;

/// <summary>An identity of one kind of thing, a UUIDv7 inside, so that ids can't be mixed up and sort by their making.</summary>
public interface ITypedId<TSelf> : IParsable<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => TSelf.From(Guid.Parse(s));

    static bool IParsable<TSelf>.TryParse(string? s, IFormatProvider? provider, out TSelf result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = TSelf.From(value);
        return ok;
    }
}

/// <summary>A person with an account.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A seller of the market: cooperative, union, household or enterprise.</summary>
public readonly record struct CooperativeId(Guid Value) : ITypedId<CooperativeId>
{
    public static CooperativeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A seller's application.</summary>
public readonly record struct SellerApplicationId(Guid Value) : ITypedId<SellerApplicationId>
{
    public static SellerApplicationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An invitation to join a cooperative's desk.</summary>
public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A product.</summary>
public readonly record struct ProductId(Guid Value) : ITypedId<ProductId>
{
    public static ProductId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A size or weight of a product.</summary>
public readonly record struct VariantId(Guid Value) : ITypedId<VariantId>
{
    public static VariantId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A category of goods.</summary>
public readonly record struct CategoryId(Guid Value) : ITypedId<CategoryId>
{
    public static CategoryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A photo.</summary>
public readonly record struct PhotoId(Guid Value) : ITypedId<PhotoId>
{
    public static PhotoId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A story.</summary>
public readonly record struct StoryId(Guid Value) : ITypedId<StoryId>
{
    public static StoryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A woman who makes what is sold.</summary>
public readonly record struct MakerId(Guid Value) : ITypedId<MakerId>
{
    public static MakerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A basket.</summary>
public readonly record struct BasketId(Guid Value) : ITypedId<BasketId>
{
    public static BasketId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A buyer's order, over all cooperatives.</summary>
public readonly record struct OrderId(Guid Value) : ITypedId<OrderId>
{
    public static OrderId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>One cooperative's part of an order.</summary>
public readonly record struct SellerOrderId(Guid Value) : ITypedId<SellerOrderId>
{
    public static SellerOrderId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A line of a seller order.</summary>
public readonly record struct OrderLineId(Guid Value) : ITypedId<OrderLineId>
{
    public static OrderLineId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A buyer's wish to send goods back.</summary>
public readonly record struct ReturnId(Guid Value) : ITypedId<ReturnId>
{
    public static ReturnId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A buyer's word that she withdraws from what she bought.</summary>
public readonly record struct WithdrawalId(Guid Value) : ITypedId<WithdrawalId>
{
    public static WithdrawalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a cooperative gives back of a part that arrived.</summary>
public readonly record struct PartRefundId(Guid Value) : ITypedId<PartRefundId>
{
    public static PartRefundId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What is to be paid for an order.</summary>
public readonly record struct PaymentId(Guid Value) : ITypedId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An attempt to pay by card.</summary>
public readonly record struct CardAttemptId(Guid Value) : ITypedId<CardAttemptId>
{
    public static CardAttemptId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Money that came in.</summary>
public readonly record struct MoneyInId(Guid Value) : ITypedId<MoneyInId>
{
    public static MoneyInId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A row of tax that was withheld from a seller.</summary>
public readonly record struct WithheldTaxId(Guid Value) : ITypedId<WithheldTaxId>
{
    public static WithheldTaxId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An entry of the ledger.</summary>
public readonly record struct EntryId(Guid Value) : ITypedId<EntryId>
{
    public static EntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An address of an address book.</summary>
public readonly record struct AddressId(Guid Value) : ITypedId<AddressId>
{
    public static AddressId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A change of stock.</summary>
public readonly record struct StockMoveId(Guid Value) : ITypedId<StockMoveId>
{
    public static StockMoveId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A dated rule.</summary>
public readonly record struct RuleId(Guid Value) : ITypedId<RuleId>
{
    public static RuleId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Money owed back to a buyer.</summary>
public readonly record struct RefundDueId(Guid Value) : ITypedId<RefundDueId>
{
    public static RefundDueId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A bank's statement that was uploaded.</summary>
public readonly record struct StatementId(Guid Value) : ITypedId<StatementId>
{
    public static StatementId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>The key of one call that asks the card gateway to send money back.</summary>
public readonly record struct RefundCallId(Guid Value) : ITypedId<RefundCallId>
{
    public static RefundCallId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Payouts that are approved and sent to the bank together.</summary>
public readonly record struct PayoutRunId(Guid Value) : ITypedId<PayoutRunId>
{
    public static PayoutRunId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What one cooperative is paid at once.</summary>
public readonly record struct PayoutId(Guid Value) : ITypedId<PayoutId>
{
    public static PayoutId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What was, or is to be, taken back of a transfer to a cooperative's account at the card gateway.</summary>
public readonly record struct TransferReversalId(Guid Value) : ITypedId<TransferReversalId>
{
    public static TransferReversalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A woman who shares what her cooperative earns.</summary>
public readonly record struct ProducerId(Guid Value) : ITypedId<ProducerId>
{
    public static ProducerId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A dated rule of how a product's income is shared.</summary>
public readonly record struct SharingId(Guid Value) : ITypedId<SharingId>
{
    public static SharingId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An entry of the book of income.</summary>
public readonly record struct IncomeEntryId(Guid Value) : ITypedId<IncomeEntryId>
{
    public static IncomeEntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What a cooperative paid one of its members.</summary>
public readonly record struct MemberPaymentId(Guid Value) : ITypedId<MemberPaymentId>
{
    public static MemberPaymentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
