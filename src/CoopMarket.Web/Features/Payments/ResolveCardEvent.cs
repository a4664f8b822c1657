using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin has looked at a message of the card gateway that didn't fit, and writes down what it was.</summary>
internal static class ResolveCardEvent
{
    private const int LongestNote = 200;

    internal sealed record Command(Actor Actor, string Event, string? Note) : ICommand, IForAdmin, IAbout
    {
        public string About => Event;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).Must(n => CleanText.Read(n, LongestNote, out _) == TextVerdict.Clean).WithMessage("payments.line.note.flaw");
    }

    internal sealed class Handler(MarketDb db) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<CardEvent>().SingleOrDefaultAsync(e => e.Id == request.Event, cancellationToken) is not { Flaw: not null } told)
                return new NotFound();
            _ = CleanText.Read(request.Note, LongestNote, out var note);
            return told.TryResolve(note) ? Outcome.Done : new CardMessageResolved();
        }
    }
}
