using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Income;

/// <summary>It is more than she is owed, and nobody called it an advance.</summary>
/// <param name="Dong">What she is owed, in đồng.</param>
public sealed record MoreThanOwed(long Dong) : Refusal
{
    public override IReadOnlyList<object> Args => [Dong];
}

/// <summary>What she is owed is another amount than when the page was opened: somebody may have paid her already.</summary>
/// <param name="Dong">What it is now.</param>
public sealed record OwedMoved(long Dong) : Refusal
{
    public override IReadOnlyList<object> Args => [Dong];
}

/// <summary>The payment was confirmed or withdrawn already.</summary>
public sealed record PaymentDecided : Refusal;

/// <summary>Costs and wages of a piece are more than its sale brings, so that wages would be cut: she is asked whether that is meant. All in đồng.</summary>
/// <param name="Price">Of one piece of the cheapest size.</param>
/// <param name="Net">What of it is left after the market's fee.</param>
/// <param name="Fixed">What costs and wages come to.</param>
public sealed record WagesAboveSale(long Price, long Net, long Fixed) : Refusal
{
    public override IReadOnlyList<object> Args => [Price, Net, Fixed, Fixed - Net];
}

/// <summary>It is not her code.</summary>
/// <param name="Left">How often it can be tried again.</param>
public sealed record WrongIncomeCode(int Left) : Refusal
{
    public override IReadOnlyList<object> Args => [Left];
}

/// <summary>A wrong code was tried too often: only a witness can confirm it now.</summary>
public sealed record CodeUsedUp : Refusal;

/// <summary>Who wrote a payment down can't be its witness.</summary>
public sealed record NeedsSecondManager : Refusal;

/// <summary>What was typed is no code of six digits; it doesn't count as a try.</summary>
public sealed record NoCode : Refusal;
