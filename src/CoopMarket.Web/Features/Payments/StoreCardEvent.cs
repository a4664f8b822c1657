using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>Keeps a message of the card gateway, once, whatever it is; what it means is decided after it is safe.</summary>
internal static class StoreCardEvent
{
    /// <summary>Sent for messages that have proven whence they come, as jobs; never by a page.</summary>
    internal sealed record Command(Actor Actor, CardMessage Message) : ICommand, IForAdmin, IAbout
    {
        public string About => Message.Id;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Message.Id).NotEmpty().MaximumLength(120).WithMessage("payments.feed.flaw");
    }

    internal sealed class Handler(MarketDb db, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.Set<CardEvent>().AnyAsync(e => e.Id == request.Message.Id, cancellationToken))
                db.Add(CardEvent.Store(request.Message, time.Now()));
            return Outcome.Done;
        }
    }
}
