using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>People with an account, found by phone, e-mail or a part of the name, with its marks or without.</summary>
internal static class PeoplePage
{
    internal const int PageSize = 50;

    /// <summary>Of more than these who are called alike, the newest are shown.</summary>
    private const int MostCalled = 1_000;

    /// <param name="Search">Null or empty: the newest.</param>
    /// <param name="Page">From 1.</param>
    internal sealed record Query(Actor Actor, string? Search, int Page = 1) : IQuery<View>, IForAdmin;

    /// <param name="HasMore">Whether there is a next page.</param>
    internal sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="Person">Who.</param>
    /// <param name="Name">As she writes it.</param>
    /// <param name="Email">Null where there is none.</param>
    /// <param name="Phone">E.164; null where there is none.</param>
    /// <param name="IsAdmin">Whether she works for the market.</param>
    /// <param name="IsSuspended">Whether she is kept out.</param>
    internal sealed record Row(Guid Person, string Name, string? Email, string? Phone, bool IsAdmin, bool IsSuspended);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var search = query.Search?.Trim() ?? "";
            var people = reads.Of<Account>().Where(a => a.ErasedAt == null);
            if (Phones.Read(search) is { } phone)
                people = people.Where(a => a.PhoneNumber == phone);
            else if (MailAddresses.Read(search)?.ToUpperInvariant() is { } email)
                people = people.Where(a => a.NormalizedEmail == email);
            else if (search.Length > 0)
                people = await CalledAsync(people, search, cancellationToken);
            var found = await people.OrderByDescending(a => a.CreatedAt).ThenBy(a => a.Id).Skip((query.Page - 1) * PageSize).Take(PageSize + 1)
                .Select(a => new Row(a.Id, a.FullName, a.Email, a.PhoneNumber, a.IsAdmin, a.SuspendedAt != null)).ToListAsync(cancellationToken);
            return new([.. found.Take(PageSize)], found.Count > PageSize);
        }

        // Who answers the telephone types without marks. Folded here, so that both databases find alike: names are short, and those who ask are few.
        private static async Task<IQueryable<Account>> CalledAsync(IQueryable<Account> people, string search, CancellationToken cancellationToken)
        {
            var called = Folding.Fold(search);
            var names = await people.Select(a => new { a.Id, a.FullName, a.CreatedAt }).ToListAsync(cancellationToken);
            var found = names.Where(n => Folding.Fold(n.FullName).Contains(called, StringComparison.Ordinal)).OrderByDescending(n => n.CreatedAt).Take(MostCalled).Select(n => n.Id).ToList();
            return people.Where(a => found.Contains(a.Id));
        }
    }
}
