using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Rates;

/// <summary>There is no rate of the currency that is fresh enough: nothing can be ordered in it for now.</summary>
/// <param name="Currency">Which.</param>
public sealed record RateTooOld(Currency Currency) : Refusal
{
    public override IReadOnlyList<object> Args => [Currency.ToString()];
}

/// <summary>The rate or the margin changed since the page was shown, and with it what a card is charged.</summary>
public sealed record RateChanged : Refusal;

/// <summary>The day of the rate has not come yet, or is too long ago to be of use.</summary>
public sealed record RateOfNoUse : Refusal;

/// <summary>The rate is more than a tenth away from the last one, and nobody has said that it is meant.</summary>
/// <param name="Last">The last one, in đồng for one unit, cut.</param>
public sealed record RateFarOff(long Last) : Refusal
{
    public override IReadOnlyList<object> Args => [Last];
}
