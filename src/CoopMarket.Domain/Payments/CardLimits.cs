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
    public const long MostDong = 99_999_999;

    /// <summary>Why a card can't pay this; null where it can.</summary>
    public static Refusal? Refuse(Money amount)
        => amount.Minor < LeastDong ? new TooLittleForCard(LeastDong) : amount.Minor > MostDong ? new TooMuchForCard(MostDong) : null;
}
