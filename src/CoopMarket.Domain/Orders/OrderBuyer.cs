namespace CoopMarket.Domain.Orders;

/// <content>What tells of the buyer, and how it goes.</content>
public sealed partial class Order
{
    /// <summary>UTC; when what tells of the buyer left it, null before.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>Whether something can still happen that its buyer has to know of: it is under way, or money that comes late still pays it.</summary>
    public bool IsUnderWay(DateTimeOffset now) => State is OrderState.AwaitingPayment or OrderState.Placed || MayBeTakenUpAgain(now);

    /// <summary>
    /// Takes out what tells of the buyer. What was bought, for how much and from whom stays for the books; so do country and province,
    /// by which the price of delivery and the taxes went.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is still under way: somebody has to send it somewhere.</exception>
    public void ForgetBuyer(DateTimeOffset now)
    {
        if (IsUnderWay(now))
            throw new InvalidOperationException($"{Code} is {State}.");
        Buyer = null;
        To = new("", "", "");
        Address = new(Address.Country, Address.Province, "", "", "");
        Note = "";
        Invoice = InvoiceWish.None;
        ForgottenAt = now;
    }
}
