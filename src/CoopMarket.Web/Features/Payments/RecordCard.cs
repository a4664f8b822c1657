using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Cards;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Writes down what the gateway said about a page. Money never comes by this way: only messages tell of it.</summary>
internal static class RecordCard
{
    internal sealed record Command(Actor Actor, CardAttemptId Attempt, CardAnswer Answer) : ICommand, IForAdmin, IAbout
    {
        public string About => Attempt.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<CardAttempt>().SingleOrDefaultAsync(a => a.Id == request.Attempt, cancellationToken) is not { } attempt)
                return new NotFound();
            switch (request.Answer)
            {
                case CardAnswer.Opened opened:
                    attempt.Opened(opened.Session, opened.Page);
                    break;
                case CardAnswer.Refused:
                    attempt.Refuse(time.Now());
                    break;
                case CardAnswer.Closed closed:
                    attempt.Close(closed.Session, time.Now());
                    break;
                default:
                    attempt.LoseSight();
                    break;
            }

            return Outcome.Done;
        }
    }
}
