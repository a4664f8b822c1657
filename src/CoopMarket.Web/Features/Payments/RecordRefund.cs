using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Writes down what the gateway answered when it was asked to send money back.</summary>
internal static class RecordRefund
{
    internal sealed record Command(Actor Actor, RefundCallId Call, RefundAnswer Answer) : ICommand, IForAdmin, IAbout
    {
        public string About => Call.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            // A message of the gateway may have told of it before.
            if (await db.Set<RefundDue>().SingleOrDefaultAsync(r => r.Call == request.Call, cancellationToken) is not { } due)
                return Outcome.Done;
            switch (request.Answer)
            {
                case RefundAnswer.Sent sent:
                    due.Sent(request.Call, sent.Refund, time.Now());
                    break;
                case RefundAnswer.Refused refused:
                    due.ComeBack(request.Call, refused.Reason);
                    break;
                case RefundAnswer.NotNow:
                    due.ComeBack(request.Call, null);
                    break;
                default:
                    due.LoseSight(request.Call);
                    break;
            }

            return Outcome.Done;
        }
    }
}
