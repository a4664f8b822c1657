using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>People with an account, found by phone, e-mail or a part of the name.</summary>
internal static class PeoplePage
{
    private const int Most = 50;

    /// <param name="Search">Null or empty: the newest.</param>
    internal sealed record Query(Actor Actor, string? Search) : IQuery<IReadOnlyList<Row>>, IForAdmin;

    /// <param name="Person">Who.</param>
    /// <param name="Name">As she writes it.</param>
    /// <param name="Email">Null where there is none.</param>
    /// <param name="Phone">E.164; null where there is none.</param>
    /// <param name="IsAdmin">Whether she works for the market.</param>
    /// <param name="IsSuspended">Whether she is kept out.</param>
    internal sealed record Row(Guid Person, string Name, string? Email, string? Phone, bool IsAdmin, bool IsSuspended);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var search = query.Search?.Trim() ?? "";
            var people = reads.Of<Account>();
            if (Phones.Read(search) is { } phone)
                people = people.Where(a => a.PhoneNumber == phone);
            else if (MailAddresses.Read(search)?.ToUpperInvariant() is { } email)
                people = people.Where(a => a.NormalizedEmail == email);
            else if (search.Length > 0)
                people = people.Where(a => a.FullName.Contains(search));
            return await people.OrderByDescending(a => a.CreatedAt).Take(Most)
                .Select(a => new Row(a.Id, a.FullName, a.Email, a.PhoneNumber, a.IsAdmin, a.SuspendedAt != null)).ToListAsync(cancellationToken);
        }
    }
}
