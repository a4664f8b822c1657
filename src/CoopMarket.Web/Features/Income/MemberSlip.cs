using CoopMarket.Domain.Shared;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>The paper that a member keeps: the way to her own page.</summary>
internal static class MemberSlip
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative, ProducerId Member) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Link">The full address of her page; null where it can't be read any more: then a new one is made.</param>
    /// <param name="MadeAt">When the link was made, UTC.</param>
    internal sealed record View(string Name, string? Link, DateTimeOffset MadeAt);

    internal sealed class Handler(MemberPayments members, MemberLinks links) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => await members.MemberAsync(query.Cooperative, query.Member, cancellationToken) is { } member ? new(member.Name, links.AddressOf(member), member.LinkMadeAt) : null;
    }
}
