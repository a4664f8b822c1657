using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes down what the gateway answered when it was asked for a transfer, or what was found of it, and books what that comes to.</summary>
internal static class RecordPayoutTransfer
{
    internal sealed record Command(Actor Actor, PayoutId Payout, ConnectAnswer Answer) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => Payout.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await runs.FindAsync(request.Payout, cancellationToken) is not { } found)
                return new NotFound();
            var (run, payout) = found;
            var now = time.Now();
            EntryKind? kind = request.Answer switch
            {
                ConnectAnswer.Made made => run.TryTransfer(payout.Position, made.Name, now) ? EntryKind.PayoutPaid : null,
                ConnectAnswer.Refused refused => run.TryRefuseTransfer(payout.Position, refused.Reason, now) ? EntryKind.PayoutFailed : null,
                ConnectAnswer.NotNow => run.TransferComesBack(payout.Position, isLost: false, now) ? EntryKind.PayoutFailed : null,
                ConnectAnswer.Lost => run.TransferComesBack(payout.Position, isLost: true, now) ? EntryKind.PayoutFailed : null,
                _ => null,
            };
            if (request.Answer is ConnectAnswer.Unknown)
                run.LoseSight(payout.Position);
            if (kind is { } booked)
                await runs.BookAsync(booked, [payout], cancellationToken);
            return Outcome.Done;
        }
    }
}
