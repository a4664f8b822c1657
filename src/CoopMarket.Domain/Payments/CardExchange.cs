using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>
/// What the card gateway changed between a currency and đồng, as its own report says: it charges in the buyer's currency and pays out
/// in đồng. Written down once, by an admin.
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
}
