using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Payments.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// Withholds tax from households and persons who sell, once a part that is paid to the market has arrived, and gives it back when what
/// it was for goes back to the buyer. Each message looks at how the part stands now, so their order doesn't matter. Works inside the
/// caller's transaction.
/// </summary>
internal sealed class Withholdings(MarketDb db, Ledger ledger, PartsWorth worth, TaxedSellers taxed, Tills tills, TimeProvider time, Ids ids)
{
    /// <summary>Brings what is withheld of a part to what it should be; does nothing where it is, or none is withheld from its seller.</summary>
    /// <param name="source">What caused it.</param>
    public async Task LookAsync(OrderId order, SellerOrderId part, Guid source, DateTimeOffset happenedAt, CancellationToken cancellationToken)
    {
        await tills.HoldAsync(order, cancellationToken);
        if (await worth.OfAsync(part, cancellationToken) is not var (cooperative, kinds, isForMarket))
            return;
        // Cash that the carrier brought the seller never was the market's to withhold from.
        if (!isForMarket && await tills.StateAsync(order, cancellationToken) is not { State: PaymentState.Paid or PaymentState.TakenBack })
            return;
        var before = await db.Set<WithheldTax>().AsNoTracking().Where(t => t.SellerOrder == part).OrderBy(t => t.RecordedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        // Who registers a firm later keeps what was withheld of her sales before.
        if (before.Count == 0 && !await taxed.IsTaxedAsync(cooperative, cancellationToken))
            return;
        var changes = Withholding.Changes(kinds, before, await RatesAsync(happenedAt, cancellationToken));
        var tax = Money.Sum(changes.Select(c => c.Vat + c.Income));
        if (changes.Count == 0)
            return;
        var share = await db.AccountOfShareAsync(part, cancellationToken);
        await ledger.PostAsync(
            tax.Minor < 0 ? EntryKind.TaxGivenBack : EntryKind.TaxWithheld, source, order, happenedAt,
            [new(share, tax, cooperative, part), new(LedgerAccount.TaxWithheld, -tax, sellerOrder: part)], cancellationToken);
        var now = time.Now();
        db.AddRange(changes.Select(c => WithheldTax.Write(ids.New<WithheldTaxId>(), source, order, part, cooperative, c, happenedAt, now)));
    }

    private async Task<List<WithholdingRate>> RatesAsync(DateTimeOffset at, CancellationToken cancellationToken)
        => [.. (await db.Set<WithholdingRate>().AsNoTracking().Where(r => r.From <= at).ToListAsync(cancellationToken)).GroupBy(r => r.Kind).Select(g => g.MaxBy(r => r.From)!)];
}
