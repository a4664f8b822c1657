using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Payments;

/// <summary>
/// An admin says that a line of the card gateway's books is the market's own: something that somebody did in the gateway's pages, or
/// that the gateway keeps back. It is booked as the market's cost, or as what it brought.
/// </summary>
internal static class ExplainCardMove
{
    private const int LongestNote = 200;

    internal sealed record Command(Actor Actor, string Name, string? Note) : ICommand, IForAdmin, ISerialized, IAbout
    {
        public string About => Name;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).Must(n => CleanText.Read(n, LongestNote, out _) == TextVerdict.Clean).WithMessage("payments.line.note.flaw");
    }

    internal sealed class Handler(MarketDb db, CardBook book) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.Set<CardMove>().SingleOrDefaultAsync(m => m.Name == request.Name, cancellationToken) is not { } move)
                return new NotFound();
            if (await book.DongAsync(move.Net, null, cancellationToken) is not { } dong)
                return new NoRateToday();
            _ = CleanText.Read(request.Note, LongestNote, out var note);
            return move.Explain(note, dong);
        }
    }
}
