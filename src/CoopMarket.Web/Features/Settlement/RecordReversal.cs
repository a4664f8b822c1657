using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes down what the gateway answered when it was asked to take something back of a transfer, and books it where it did.</summary>
internal static class RecordReversal
{
    internal sealed record Command(Actor Actor, TransferReversalId Reversal, ConnectAnswer Answer) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => Reversal.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await runs.FindAsync(request.Reversal, cancellationToken) is not { } run)
                return new NotFound();
            var now = time.Now();
            switch (request.Answer)
            {
                case ConnectAnswer.Made made:
                    if (run.TryReverse(request.Reversal, made.Name, now))
                        await runs.BookAsync(run.Payouts.SelectMany(p => p.Reversals).Single(r => r.Id == request.Reversal), cancellationToken);
                    break;
                case ConnectAnswer.Refused refused:
                    run.RefuseReversal(request.Reversal, refused.Reason, now);
                    break;
                case ConnectAnswer.NotNow or ConnectAnswer.Lost:
                    run.ReversalComesBack(request.Reversal, request.Answer is ConnectAnswer.Lost, now);
                    break;
                default:
                    run.LoseSight(request.Reversal);
                    break;
            }

            return Outcome.Done;
        }
    }
}
