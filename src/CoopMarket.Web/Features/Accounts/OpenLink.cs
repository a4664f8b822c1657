using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What a mailed link is good for. Opening changes nothing: mail programs open links before people do.</summary>
internal static class OpenLink
{
    /// <summary>The value is null where the link is spent, too old, void or none of ours.</summary>
    internal sealed record Query(Actor Actor, string? Token) : IQuery<View?>, IForAnyone;

    /// <param name="Purpose">What it is good for.</param>
    /// <param name="Email">The address it went to.</param>
    internal sealed record View(LinkPurpose Purpose, string Email);

    internal sealed class Handler(MarketDb db, Links links) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (links.Read(query.Token) is not { } id)
                return null;
            var purpose = await db.Set<AccountLink>().Where(l => l.Id == id).Select(l => (LinkPurpose?)l.Purpose).FirstOrDefaultAsync(cancellationToken);
            return purpose is { } known && await links.PeekAsync(id, known, cancellationToken) is { Email: { } email } ? new(known, email) : null;
        }
    }
}
