namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>The market's clock, for the gateway, which stands before the market does.</summary>
internal sealed class LentClock : TimeProvider
{
    public TimeProvider Lender { get; set; } = System;

    public override DateTimeOffset GetUtcNow() => Lender.GetUtcNow();
}
