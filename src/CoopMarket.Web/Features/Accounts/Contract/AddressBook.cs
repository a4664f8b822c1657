using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts.Contract;

/// <summary>The addresses that people keep.</summary>
internal sealed class AddressBook(MarketDb db)
{
    /// <summary>A person's addresses, the one to begin with first.</summary>
    public async Task<IReadOnlyList<KeptAddress>> OfAsync(PersonId person, CancellationToken cancellationToken)
        => await db.Set<AddressEntry>().AsNoTracking().Where(e => e.Person == person)
            .OrderByDescending(e => e.IsFirst).ThenBy(e => e.CreatedAt)
            .Select(e => new KeptAddress(e.Id, e.Name, e.Phone, e.Country, e.Province, e.Commune, e.Street, e.Postcode, e.IsFirst))
            .ToListAsync(cancellationToken);
}

/// <summary>An address of a book.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Name">Who gets what is sent there.</param>
/// <param name="Phone">E.164; abroad maybe empty.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Province">In Vietnam the code of one of the 34, abroad the state or region, maybe empty.</param>
/// <param name="Commune">In Vietnam the commune or ward, abroad the town.</param>
/// <param name="Street">House, street, village.</param>
/// <param name="Postcode">Empty where there is none.</param>
/// <param name="IsFirst">Whether it is the one to begin with.</param>
internal sealed record KeptAddress(
    AddressId Id, string Name, string Phone, string Country, string Province, string Commune, string Street, string Postcode, bool IsFirst);
