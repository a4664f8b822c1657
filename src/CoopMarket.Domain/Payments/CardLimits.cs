using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>What Stripe takes in one charge.</summary>
public static class CardLimits
{
    /// <summary>
    /// The least amount in đồng. Stripe asks for US$0.50 or its worth, about 13,500 ₫; this leaves room for the rate to move.
    /// </summary>
    public const long LeastDong = 20_000;

    /// <summary>The most in đồng: an amount has at most eight digits, and the đồng has no smaller unit.</summary>
    public const long MostDong = Most;

    private const long Most = 99_999_999;

    /// <summary>The least in a currency, in its smallest unit, as Stripe lists it; the worth of half a dollar where it lists none.</summary>
    public static Money Least(Currency currency) => new(
        currency switch
        {
            Currency.VND => LeastDong,
            Currency.GBP => 30,
            Currency.JPY => 50,
            Currency.KRW => 1_000,
            _ => 50,
        },
        currency);

    /// <summary>Why a card can't pay this; null where it can.</summary>
    /// <param name="amount">In đồng.</param>
    /// <param name="charged">What the card is charged for it; null where that is the same.</param>
    public static Refusal? Refuse(Money amount, Money? charged = null)
    {
        var asked = charged ?? amount;
        if (amount.Minor < LeastDong || asked < Least(asked.Currency))
            return new TooLittleForCard(LeastDong);
        if (asked.Minor <= Most)
            return null;
        return asked.Currency == Currency.VND ? new TooMuchForCard(MostDong) : new TooMuchAbroad();
    }
}
