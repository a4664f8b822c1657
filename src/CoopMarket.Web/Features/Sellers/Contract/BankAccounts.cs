using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers.Contract;

/// <summary>Where cooperatives are paid. For who pays them only. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class BankAccounts(MarketDb db)
{
    /// <summary>Those of some cooperatives, by id, in whatever state.</summary>
    public async Task<IReadOnlyDictionary<CooperativeId, SellersAccount>> OfAsync(IEnumerable<CooperativeId> cooperatives, CancellationToken cancellationToken)
    {
        CooperativeId[] asked = [.. cooperatives.Distinct()];
        return await db.Set<Cooperative>().AsNoTracking().Where(c => asked.Contains(c.Id))
            .ToDictionaryAsync(
                c => c.Id, c => new SellersAccount(c.Id, c.Name, c.LegalName, c.TaxCode, c.State == SellerState.Suspended, c.BankBin, c.BankAccount, c.BankAccountName, c.BankSince),
                cancellationToken);
    }
}

/// <summary>A cooperative's bank account.</summary>
/// <param name="Name">The name over its shop.</param>
/// <param name="LegalName">The name on its registration.</param>
/// <param name="TaxCode">10, 12 or 13 digits.</param>
/// <param name="IsSuspended">Whether it may not sell for now.</param>
/// <param name="Bin">The bank's six digits; empty where it is forgotten.</param>
/// <param name="Number">The account; empty where it is forgotten.</param>
/// <param name="Holder">As the bank writes it.</param>
/// <param name="Since">Since when it is this account, UTC.</param>
internal sealed record SellersAccount(
    CooperativeId Cooperative, LocalizedText Name, string LegalName, string TaxCode, bool IsSuspended, string Bin, string Number, string Holder, DateTimeOffset Since);
