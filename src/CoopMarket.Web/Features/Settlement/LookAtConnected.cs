using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>A manager comes back from the card gateway's pages: it is asked how her cooperative's account stands, so that she needn't wait for its message.</summary>
internal static class LookAtConnected
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative) : ICommand, IForCooperative, IUntransacted
    {
        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(IMediator mediator, StripeConnect stripe, StripeSettings settings, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        private static readonly Actor Job = Actor.Job("connect");

        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!settings.Connects)
                return new NotFound();
            // Where somebody else is asking just now, her page shows what is known.
            if (await mediator.Send(new ClaimConnected.Command(Job, request.Cooperative), cancellationToken) is not { IsDone: true, Value.Account: { Length: > 0 } account })
                return Outcome.Done;
            var askedAt = time.Now();
            try
            {
                await mediator.Send(new RecordConnected.Command(Job, request.Cooperative, await stripe.ReadAsync(account, cancellationToken), askedAt), cancellationToken);
                return Outcome.Done;
            }
            catch (CardsUnreachableException)
            {
                return new GatewaySilent();
            }
        }
    }
}
