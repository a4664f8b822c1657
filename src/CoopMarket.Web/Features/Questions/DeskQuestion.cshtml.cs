using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Desk.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CoopMarket.Web.Features.Questions;

/// <summary>Answering a buyer.</summary>
[UploadLimit]
[EnableRateLimiting(Limit.Message)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimitAttribute.Bytes)]
internal sealed class DeskQuestionModel(MessagePhotos photos, Ids ids) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public QuestionId Id { get; set; }

    [BindProperty]
    public MessageForm Form { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public DeskQuestion.View View { get; private set; } = null!;

    private string Here => $"/sell/questions/{Id}";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        if (!await LoadAsync())
            return NotFound();
        if (await photos.TakeInAsync(Form.Kept, files, HttpContext.RequestAborted) is { IsDone: false } no)
            return Again(no, "");
        var outcome = await SendAsync(new AnswerQuestion.Command(Actor, Cooperative, Id, Form.FormKey, Form.Words, Form.Sure, Form.Kept));
        Form.Sure |= outcome.Refusal is LeadsOutside;
        return outcome.IsDone ? GoTo(Here, "questions.sent") : Again(outcome);
    }

    public async Task<IActionResult> OnPostCloseAsync()
        => await SendAsync(new CloseQuestion.Command(Actor, Cooperative, Id)) is { IsDone: false } no ? GoToWith(Here, no.Refusal!) : GoTo(Here, "questions.closed");

    public async Task<IActionResult> OnPostReportAsync()
    {
        var outcome = await SendAsync(new ReportQuestion.Command(Actor, Cooperative, Id, Why));
        return outcome.IsDone ? GoTo(Here, "questions.reported") : await LoadAsync() ? Again(outcome, "") : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Form.FormKey ??= ids.Secret();
        return await SendAsync(new DeskQuestion.Query(Actor, Cooperative, Id)) is { } view && (View = view) is not null;
    }
}
