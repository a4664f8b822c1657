using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Admin;

/// <summary>One person, as an admin sees her.</summary>
internal static class PersonCard
{
    internal sealed record Query(Actor Actor, PersonId Person) : IQuery<View?>, IForAdmin;

    /// <param name="Person">Who.</param>
    /// <param name="Name">As she writes it.</param>
    /// <param name="Email">Null where there is none.</param>
    /// <param name="EmailIsConfirmed">Whether she proved it; then she sets a new password by mail.</param>
    /// <param name="Phone">E.164; null where there is none.</param>
    /// <param name="IsAdmin">Whether she works for the market.</param>
    /// <param name="Since">UTC.</param>
    /// <param name="SuspendedAt">UTC; null while she may sign in.</param>
    /// <param name="SuspendedFor">Why.</param>
    /// <param name="Desks">Where she works.</param>
    internal sealed record View(
        Guid Person, string Name, string? Email, bool EmailIsConfirmed, string? Phone, bool IsAdmin, DateTimeOffset Since, DateTimeOffset? SuspendedAt, string? SuspendedFor,
        IReadOnlyList<LocalizedText> Desks)
    {
        /// <summary>Whether a one-time code may be given out for her.</summary>
        public bool MayHaveCode => !EmailIsConfirmed && !IsAdmin && SuspendedAt is null;
    }

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var desks = await (from m in reads.Of<Membership>()
                               join c in reads.Of<Cooperative>() on m.Cooperative equals c.Id
                               where m.Person == query.Person
                               select c.Name).ToListAsync(cancellationToken);
            return await reads.Of<Account>().Where(a => a.Id == query.Person.Value && a.ErasedAt == null)
                .Select(a => new View(a.Id, a.FullName, a.Email, a.EmailConfirmed, a.PhoneNumber, a.IsAdmin, a.CreatedAt, a.SuspendedAt, a.SuspendedFor, desks))
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
