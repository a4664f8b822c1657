using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes down what the gateway answered when it was asked for a cooperative's account.</summary>
internal static class RecordConnecting
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ConnectAnswer Answer) : ICommand, IForAdmin, IAbout
    {
        public string About => Cooperative.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<ConnectedAccount>().SingleOrDefaultAsync(a => a.Cooperative == request.Cooperative, cancellationToken) is not { } account)
                return new NotFound();
            switch (request.Answer)
            {
                case ConnectAnswer.Made made:
                    account.Opened(made.Name);
                    break;
                case ConnectAnswer.Refused refused:
                    account.Refuse(refused.Reason);
                    break;
                case ConnectAnswer.NotNow or ConnectAnswer.Lost:
                    account.Refuse(Payout.NeverArrived);
                    break;
                default:
                    account.LoseSight();
                    break;
            }

            return Outcome.Done;
        }
    }
}
