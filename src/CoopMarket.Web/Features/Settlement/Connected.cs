using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Settlement.Contract;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Whether, and how, a cooperative is paid by transfers to an account at the card gateway.</summary>
internal static class Connected
{
    internal sealed record Query(Actor Actor, CooperativeId Cooperative) : IQuery<View?>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    /// <param name="Account">Null where it never began to open one.</param>
    internal sealed record View(SeenAccount? Account)
    {
        /// <summary>How it stands, as the texts' keys end.</summary>
        public string Stands => Account switch
        {
            null => "none",
            { State: ConnectState.Asked or ConnectState.Uncertain } => "asked",
            { State: ConnectState.Refused } => "refused",
            { State: ConnectState.Ended } => "ended",
            { AbleSince: null } => "open",
            _ => "able",
        };

        /// <summary>Whether she may go to the gateway's pages.</summary>
        public bool MayGo => Stands is "none" or "refused" or "ended" or "open";
    }

    internal sealed class Handler(ConnectedAccounts accounts, StripeSettings settings) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
            => settings.Connects ? new(await accounts.OfAsync(query.Cooperative, cancellationToken)) : null;
    }
}
