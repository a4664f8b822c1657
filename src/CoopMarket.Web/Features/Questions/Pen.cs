using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Questions.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions;

/// <summary>How either side writes.</summary>
internal sealed class Pen(MarketDb db, MessagePhotos photos, OutsideWarning outside, TimeProvider time, Ids ids)
{
    /// <summary>What is to be said, with its photos; refused where it reads as if it led out of the market and its writer has not said that she means it.</summary>
    public Outcome<Spoken> Draft(ILetter letter)
    {
        var words = TypedTexts.Kept(letter.Words, Question.MostWords, severalLines: true);
        var read = outside.Read(words, letter.Sure);
        if (!read.IsDone)
            return read.Refusal!;
        Spoken spoken = new(ids.New<QuestionMessageId>(), letter.FormKey!, words, read.Value);
        photos.Attach(spoken.Id, letter.Kept ?? []);
        return spoken;
    }

    /// <summary>One more message in a thread; the same form sent again adds none.</summary>
    public async Task<Outcome> WriteAsync(Question question, QuestionSide side, ILetter letter, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Set<QuestionMessage>().AnyAsync(m => m.Question == question.Id && m.FormKey == letter.FormKey, cancellationToken))
            return Outcome.Done;
        var draft = Draft(letter);
        return draft.IsDone ? question.Say(side, draft.Value, actor.ToString(), time.Now()) : draft.Refusal!;
    }
}

/// <summary>What was typed.</summary>
internal interface ILetter
{
    /// <summary>Of the form.</summary>
    string? FormKey { get; }

    string? Words { get; }

    /// <summary>Whether its writer was warned and means it.</summary>
    bool Sure { get; }

    /// <summary>The photos that were taken in: see <see cref="MessagePhotos"/>; null: none.</summary>
    IReadOnlyList<string>? Kept { get; }
}

/// <summary>Whether what was typed can be kept.</summary>
internal abstract class LetterValidator<TLetter> : AbstractValidator<TLetter>
    where TLetter : ILetter
{
    protected LetterValidator()
    {
        RuleFor(l => l.Words).IsKept("questions", Question.MostWords, severalLines: true, "questions.flaw.words");
        RuleFor(l => l.FormKey).Must(TypedTexts.IsFormKey).OverridePropertyName("").WithMessage("questions.flaw.key");
    }
}

/// <summary>The form of a message.</summary>
internal class MessageForm
{
    public string? FormKey { get; set; }

    public string? Words { get; set; }

    /// <summary>Set once she was warned.</summary>
    public bool Sure { get; set; }

    /// <summary>The photos that were taken in before.</summary>
    public List<string> Kept { get; set; } = [];
}
