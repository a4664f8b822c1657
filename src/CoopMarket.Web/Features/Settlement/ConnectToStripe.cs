using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A manager goes to the card gateway's pages, where she tells it who the cooperative is and where it wants its money. The gateway is
/// asked outside of any transaction: what is about to be asked is written down before, and what it answered, also nothing, after. Whatever
/// dies in between is looked up by <see cref="LookAfterConnected"/>.
/// </summary>
internal static class ConnectToStripe
{
    /// <param name="Language">Of the page that she comes back to.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, string Language) : ICommand<Outcome<Uri>>, IForCooperative, INeedsProof, IUntransacted
    {
        public Proof Proof => Proof.Factor;

        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(IMediator mediator, StripeConnect stripe, StripeSettings settings, MarketSettings market) : IRequestHandler<Command, Outcome<Uri>>
    {
        private static readonly Actor Job = Actor.Job("connect");

        public async Task<Outcome<Uri>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!settings.Connects)
                return new NotFound();
            var begun = await mediator.Send(new BeginConnecting.Command(request.Actor, request.Cooperative), cancellationToken);
            if (!begun.IsDone)
                return begun.Refusal!;
            var account = begun.Value.Account;
            if (account.Length == 0)
            {
                // Whoever leaves now leaves with the question asked: its answer is still written down.
                var answer = await stripe.OpenAsync(request.Cooperative, begun.Value.Key, CancellationToken.None);
                await mediator.Send(new RecordConnecting.Command(Job, request.Cooperative, answer), CancellationToken.None);
                if (answer is ConnectAnswer.Refused refused)
                    return new NoConnectedAccount(refused.Reason);
                if (answer is not ConnectAnswer.Made made)
                    return answer is ConnectAnswer.NotNow ? new GatewaySilent() : new ConnectingUnderWay();
                account = made.Name;
            }

            var back = $"{market.PublicUrl}{Languages.Prefix(request.Language)}/sell/money/stripe?handler=Back";
            return await stripe.LinkAsync(account, back, cancellationToken) is { } page ? page : new GatewaySilent();
        }
    }
}
