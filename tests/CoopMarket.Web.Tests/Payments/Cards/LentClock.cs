namespace CoopMarket.Web.Tests.Payments.Cards;

/// <summary>The market's clock, for the gateway, which stands before the market does, and for a host in which one market lives after another.</summary>
internal sealed class LentClock : TimeProvider
{
    public TimeProvider Lender { get; set; } = System;

    public override TimeZoneInfo LocalTimeZone => Lender.LocalTimeZone;

    public override long TimestampFrequency => Lender.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => Lender.GetUtcNow();

    public override long GetTimestamp() => Lender.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Lender.CreateTimer(callback, state, dueTime, period);
}
