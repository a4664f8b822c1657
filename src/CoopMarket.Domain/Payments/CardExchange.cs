using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>
/// What the card gateway changed between a currency and đồng, as its own report says: it charges in the buyer's currency and pays out
/// in đồng. Written down once: by an admin, or by the market itself where the gateway's own books tell it.
/// </summary>
public sealed class CardExchange : Entity
{
    private CardExchange()
    {
    }

    public CardExchangeId Id { get; private init; }

    /// <summary>What it gave away; below zero where it took it in, because more had gone back to buyers than it held.</summary>
    public Money Foreign { get; private init; }

    /// <summary>The đồng that it got for it; below zero where it paid them.</summary>
    public Money Dong { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Who wrote it down; null for the market itself.</summary>
    public PersonId? WrittenBy { get; private init; }

    /// <summary>Writes an exchange down. What the gateway holds is sold, what it is short of is bought.</summary>
    /// <param name="amount">How much of the currency, above zero.</param>
    /// <param name="dong">For how many đồng, above zero.</param>
    /// <param name="held">What it holds of the currency; below zero where it is short of it.</param>
    public static Outcome<CardExchange> Of(CardExchangeId id, Money amount, Money dong, Money held, PersonId? by, DateTimeOffset now)
    {
        if (amount.Minor <= 0 || dong.Minor <= 0 || amount.Currency == Currency.VND)
            throw new ArgumentException("Not an exchange.", nameof(amount));
        if (amount.Minor > Math.Abs(held.Minor))
            return new NotHeldThere();
        var (foreign, got) = held.Minor > 0 ? (amount, dong) : (-amount, -dong);
        var exchange = new CardExchange { Id = id, Foreign = foreign, Dong = got, WrittenAt = now, WrittenBy = by };
        exchange.Raise(new CardsExchanged(id, foreign, got));
        return exchange;
    }

    /// <summary>Writes down what the gateway changed on the way: what our rows say moved in one currency, its books hold in another.</summary>
    /// <param name="ours">What our rows say; below zero where it left.</param>
    /// <param name="theirs">What the gateway's books say; one of the two is đồng.</param>
    public static CardExchange OnTheWay(CardExchangeId id, Money ours, Money theirs, DateTimeOffset now)
    {
        if (ours.Currency == theirs.Currency || (ours.Currency != Currency.VND && theirs.Currency != Currency.VND))
            throw new ArgumentException($"{ours} to {theirs} is no exchange with đồng.", nameof(theirs));
        var (foreign, dong) = theirs.Currency == Currency.VND ? (ours, theirs) : (-theirs, -ours);
        var exchange = new CardExchange { Id = id, Foreign = foreign, Dong = dong, WrittenAt = now };
        exchange.Raise(new CardsExchanged(id, foreign, dong));
        return exchange;
    }
}
