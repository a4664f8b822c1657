using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Questions;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using CoopMarket.Web.Tests.House;
using CoopMarket.Web.Tests.Orders;
using CoopMarket.Web.Tests.Photos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopMarket.Web.Tests.Questions;

/// <summary>What buyers and cooperatives say to each other, by the real commands.</summary>
internal static class QuestionsFactory
{
    /// <summary>A fresh key of a form.</summary>
    public static string Key(this Market market) => market.Services.GetRequiredService<Ids>().Secret();

    /// <summary>A guest asks about a product, in Vietnamese unless told otherwise.</summary>
    public static async Task<(Question Question, string Secret)> AskAsync(this Market market, ProductId product, string words = "Hũ này để được bao lâu?", Actor? actor = null, string email = "hanh@thu.test", string language = "vi")
    {
        Languages.Speak(language);
        var asked = (await market.SendAsync(market.Asking(product, words, actor, email))).Value;
        return (await market.QuestionAsync(asked.Code), asked.Secret);
    }

    /// <summary>What a guest sends.</summary>
    public static AskCooperative.Command Asking(this Market market, ProductId product, string words = "Hũ này để được bao lâu?", Actor? actor = null, string email = "hanh@thu.test")
        => new(actor ?? OrdersFactory.Guest, product.Value, null, null, null, "Hạnh", email, market.Key(), words, Sure: true, []);

    /// <summary>A thread with all that was said.</summary>
    public static Task<Question> QuestionAsync(this Market market, string code)
        => market.InDbAsync(db => db.Set<Question>().AsNoTracking().Include(q => q.Messages.OrderBy(m => m.Number)).Include(q => q.Readings).AsSplitQuery().SingleAsync(q => q.Code == code));

    /// <summary>A photo that was taken in and is to be sent with the next message.</summary>
    public static Task<List<string>> KeptAsync(this Market market) => market.WithAsync<MessagePhotos, List<string>>(async photos =>
    {
        List<string> kept = [];
        using var jpeg = new MemoryStream(PhotosFactory.Jpeg(800, 600));
        (await photos.TakeInAsync(kept, [new Microsoft.AspNetCore.Http.FormFile(jpeg, 0, jpeg.Length, "files", "a.jpg")], default)).IsDone.ShouldBeTrue();
        return kept;
    });

    /// <summary>The buyer waits again, for attempts that are made many times.</summary>
    public static Task<int> PutBackAsync(this Market market, QuestionId id, bool isReported = false) => market.InDbAsync(db => db.Set<Question>().Where(q => q.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(q => q.State, QuestionState.Open).SetProperty(q => q.IsReported, isReported)));
}
