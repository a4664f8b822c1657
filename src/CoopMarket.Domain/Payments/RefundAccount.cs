using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>Where a buyer wants the money of one order that goes back by the bank; forgotten when it is long sent.</summary>
public sealed class RefundAccount : Entity
{
    // Enough for her to know it by, and for nobody else to pay to.
    private const int Shown = 4;

    private RefundAccount()
    {
    }

    public OrderId Order { get; private init; }

    /// <summary>The bank's six-digit NAPAS BIN; <see cref="Iban.Bank"/> for an account outside Vietnam.</summary>
    public string Bin { get; private set; } = "";

    /// <summary>Letters and digits only.</summary>
    public string Number { get; private set; } = "";

    /// <summary>As banks write it: capitals without marks.</summary>
    public string Holder { get; private set; } = "";

    /// <summary>When she told it last, UTC.</summary>
    public DateTimeOffset ToldAt { get; private set; }

    public static RefundAccount For(OrderId order) => new() { Order = order };

    /// <summary>She tells it, or another; an account that is not the one before is an event.</summary>
    /// <param name="number">Letters and digits only.</param>
    public void Tell(string bin, string number, string holder, DateTimeOffset now)
    {
        if ((Bin, Number) != (bin, number))
            Raise(new RefundAccountTold(Order, bin, number[^Math.Min(Shown, number.Length)..]));
        (Bin, Number, Holder, ToldAt) = (bin, number, Folding.Fold(holder).ToUpperInvariant(), now);
    }
}
