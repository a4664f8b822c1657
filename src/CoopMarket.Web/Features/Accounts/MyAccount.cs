using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What a person sees of her own account.</summary>
internal static class MyAccount
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForPerson;

    /// <param name="Name">As she writes it.</param>
    /// <param name="Email">Null where there is none.</param>
    /// <param name="EmailIsConfirmed">Whether she proved that it is hers.</param>
    /// <param name="Phone">E.164; null where there is none.</param>
    /// <param name="Language">The language of her mails.</param>
    /// <param name="IsAdmin">Whether she works for the market.</param>
    internal sealed record View(string Name, string? Email, bool EmailIsConfirmed, string? Phone, string Language, bool IsAdmin);

    internal sealed class Handler(MarketDb db) : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query query, CancellationToken cancellationToken)
            => db.Set<Account>().AsNoTracking().Where(a => a.Id == query.Actor.Me.Value)
                .Select(a => new View(a.FullName, a.Email, a.EmailConfirmed, a.PhoneNumber, a.Language, a.IsAdmin)).SingleAsync(cancellationToken);
    }
}
