namespace CoopMarket.Domain.Orders;

/// <summary>
/// Whom the buyer asks the sellers to make a VAT invoice out to, as she told when she ordered. The market only passes it on: the
/// invoice itself is the seller's, made with her own provider (Decree 254/2026, articles 9 and 19).
/// </summary>
/// <param name="Name">The company, or a person; empty where no invoice is asked for.</param>
/// <param name="TaxCode">See <see cref="Shared.TaxCode"/>; empty with the name.</param>
/// <param name="Address">As registered; empty with the name.</param>
/// <param name="Email">Where the invoice goes; empty where it goes to the buyer's own address.</param>
public sealed record InvoiceWish(string Name, string TaxCode, string Address, string Email)
{
    /// <summary>No invoice is asked for.</summary>
    public static InvoiceWish None { get; } = new("", "", "", "");

    /// <summary>Whether one is asked for.</summary>
    public bool IsAsked => Name.Length > 0;
}
