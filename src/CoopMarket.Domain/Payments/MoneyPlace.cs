namespace CoopMarket.Domain.Payments;

/// <summary>Where money of the market lies.</summary>
public enum MoneyPlace
{
    /// <summary>On the market's bank account.</summary>
    Bank,

    /// <summary>With the card gateway, until it pays out to the bank account.</summary>
    Cards,
}
