using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts.Contract;

/// <summary>What other areas may know of people.</summary>
internal sealed class People(MarketDb db)
{
    /// <summary>Whether she is an admin of the market and not suspended.</summary>
    public Task<bool> IsAdminAsync(PersonId person, CancellationToken cancellationToken)
        => db.Set<Account>().AnyAsync(a => a.Id == person.Value && a.IsAdmin && a.SuspendedAt == null, cancellationToken);

    /// <summary>Whether her account is there and not suspended.</summary>
    public Task<bool> MaySignInAsync(PersonId person, CancellationToken cancellationToken)
        => db.Set<Account>().AnyAsync(a => a.Id == person.Value && a.SuspendedAt == null, cancellationToken);

    /// <summary>
    /// Whether her account stands; nobody erases it until the running transaction ends. To be asked before any row is changed by who
    /// keeps something of her, so that nothing is kept of her after she was forgotten.
    /// </summary>
    public async Task<bool> HoldAsync(PersonId person, CancellationToken cancellationToken)
        => await db.Set<Account>().Where(a => a.Id == person.Value && a.ErasedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ErasedAt, a => a.ErasedAt), cancellationToken) == 1;

    /// <summary>Whether she has a second factor: an app or a passkey.</summary>
    public Task<bool> HasFactorAsync(PersonId person, CancellationToken cancellationToken)
        => db.Set<Authenticator>().Where(a => a.AccountId == person.Value).Select(a => a.AccountId)
            .Concat(db.Set<Passkey>().Where(p => p.AccountId == person.Value).Select(p => p.AccountId)).AnyAsync(cancellationToken);

    /// <summary>What people are called, by their ids as histories keep them; who is no person, or was forgotten, is missing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> doers, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. doers.Distinct().Select(d => Guid.TryParse(d, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
        return ids.Count == 0 ? new Dictionary<string, string>()
            : await db.Set<Account>().Where(a => ids.Contains(a.Id) && a.ErasedAt == null).Select(a => new { a.Id, a.FullName }).ToDictionaryAsync(a => a.Id.ToString(), a => a.FullName, cancellationToken);
    }

    /// <summary>How to reach the market's admins.</summary>
    public async Task<IReadOnlyList<Reach>> AdminsAsync(CancellationToken cancellationToken)
        => await db.Set<Account>().Where(a => a.IsAdmin && a.SuspendedAt == null).OrderBy(a => a.Id)
            .Select(a => new Reach(a.FullName, a.Email, a.PhoneNumber, a.Language))
            .ToListAsync(cancellationToken);

    /// <summary>How to reach her; null where there is no such person.</summary>
    public async Task<Reach?> ReachAsync(PersonId person, CancellationToken cancellationToken) => (await ReachAllAsync([person], cancellationToken)).GetValueOrDefault(person);

    /// <summary>How to reach several; who is not there is left out.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Reach>> ReachAllAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        Guid[] asked = [.. people.Select(p => p.Value).Distinct()];
        return await db.Set<Account>().Where(a => asked.Contains(a.Id))
            .Select(a => new { a.Id, Reach = new Reach(a.FullName, a.EmailConfirmed ? a.Email : null, a.PhoneNumber, a.Language) })
            .ToDictionaryAsync(a => new PersonId(a.Id), a => a.Reach, cancellationToken);
    }
}

/// <summary>How to reach a person.</summary>
/// <param name="Name">As she writes it.</param>
/// <param name="Email">Confirmed; null where there is none.</param>
/// <param name="Phone">E.164; null where there is none.</param>
/// <param name="Language">The language of her mails.</param>
internal sealed record Reach(string Name, string? Email, string? Phone, string Language);
